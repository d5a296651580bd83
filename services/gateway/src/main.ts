import { runService } from '@consult/runtime/run';
import { createApp } from './app.ts';
import { GatewayConfig } from './config.ts';

await runService('gateway', GatewayConfig, createApp);
