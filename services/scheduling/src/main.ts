import { runService } from '@consult/runtime/run';
import { createApp } from './app.ts';
import { SchedulingConfig } from './config.ts';

await runService('scheduling', SchedulingConfig, createApp);
