/** `npm run bundle`: writes the bundles into dist/, with no more words than are needed. */
import { build } from 'rolldown';
import { packageBundles } from '../rolldown.config.ts';

for (const bundle of packageBundles('dist')) await build(bundle);
