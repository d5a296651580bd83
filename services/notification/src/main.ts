import { runService } from '@consult/runtime/run';
import { createApp } from './app.ts';
import { NotificationConfig } from './config.ts';

await runService('notification', NotificationConfig, createApp);
