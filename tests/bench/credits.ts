import { growth } from './credits-growth.ts';
import { size } from './credits-size.ts';
import { throughput } from './credits-throughput.ts';
import { inParts } from './in-parts.ts';

/** What a credit costs, beside what a Node developer would take otherwise, and what it costs when there has been much of it. */
export const credits = inParts({ throughput, growth, size });
