import { writeFile } from 'node:fs/promises';
import { createApp } from '../create-app.js';
import { openApiDocument } from './document.js';

// Run from the build (the swagger plugin works at compile time): node dist/src/openapi/write.js FILE
const file = process.argv[2];
if (file === undefined) throw new Error('usage: node dist/src/openapi/write.js FILE');

const app = await createApp(
  {
    publicUrl: 'http://localhost:3000',
    database: { host: '/nowhere', user: 'olympia_app', database: 'olympia' },
    poolSize: 1,
    webRoot: null,
    demo: false,
    trustedProxies: 0,
    mail: null,
    jobs: false,
    secondFactorRequired: false,
    mapTiles: null,
    publicationSeconds: 600,
    metricsToken: null,
    dataDirectory: null,
  },
  { connect: false },
);
await writeFile(file, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
await app.close();
