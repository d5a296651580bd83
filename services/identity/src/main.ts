import { runService } from '@consult/runtime/run';
import { createApp } from './app.ts';
import { IdentityConfig } from './config.ts';

await runService('identity', IdentityConfig, createApp);
