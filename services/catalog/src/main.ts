import { runService } from '@consult/runtime/run';
import { createApp } from './app.ts';
import { CatalogConfig } from './config.ts';

await runService('catalog', CatalogConfig, createApp);
