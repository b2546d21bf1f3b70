import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Server the development pages talk to; in production server and pages share one address. */
const apiTarget = process.env['OLYMPIA_API'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': { target: apiTarget, changeOrigin: false } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Data URLs would need a hole in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Kept apart from the pages, so that it stays in the cache when only a page changes.
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|wouter)[\\/]/, priority: 2 },
            // Charts are 127 kB: loaded only by the pages that draw some.
            {
              name: 'charts',
              test: /node_modules[\\/](@mantine[\\/]charts|recharts|d3-[a-z]+)[\\/]/,
              priority: 3,
            },
          ],
        },
      },
    },
  },
});
