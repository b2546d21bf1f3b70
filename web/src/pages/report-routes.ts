import { type AppRoute } from './app-route';

/** The pages of the city's figures, in the order of the navigation. They stand behind the overview, which is the start page. */
export const reportRoutes: readonly AppRoute[] = [];
