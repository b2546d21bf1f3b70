import { readRoutes } from '../../support/openapi.js';
import { bombard } from './bombard.js';

bombard(
  'changes',
  readRoutes().filter(({ method }) => method !== 'GET'),
);
