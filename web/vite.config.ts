import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { offline } from './build/offline-plugin.ts';

/** Server the development pages talk to; in production server and pages share one address. */
const apiTarget = process.env['OLYMPIA_API'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), offline()],
  server: { proxy: { '/api': { target: apiTarget, changeOrigin: false } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Data URLs would need a hole in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Kept apart from the pages, so that it stays in the cache when only a page changes. Charts need no group of
          // their own: only the pages that draw some import them, and those are loaded when they are opened.
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|wouter)[\\/]/ }],
        },
      },
    },
  },
});
