import { readRoutes } from '../../support/openapi.js';
import { bombard } from './bombard.js';

bombard(
  'reads',
  readRoutes().filter(({ method }) => method === 'GET'),
);
