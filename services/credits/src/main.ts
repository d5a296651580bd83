import { runService } from '@consult/runtime/run';
import { createApp } from './app.ts';
import { CreditsConfig } from './config.ts';

await runService('credits', CreditsConfig, createApp);
