import { runService } from '@consult/runtime/run';
import { createApp } from './app.ts';
import { BillingConfig } from './config.ts';

await runService('billing', BillingConfig, createApp);
