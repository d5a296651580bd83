import { constants, setPriority } from 'node:os';
import { runService } from '@consult/runtime/run';
import { createApp } from './app.ts';
import { NotificationConfig } from './config.ts';

// Mails can wait. Who pays or books on the same machine cannot.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
await runService('notification', NotificationConfig, createApp);
