import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './ui/base.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/query-client';
import { App } from './app';
import { installServiceWorker } from './device/app-update';
import { watchInstalling } from './device/installing';
import { watchNetwork } from './device/network';
import { printInLight } from './ui/print-in-light';
import { cssVariables, theme } from './ui/theme';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

printInLight();
watchNetwork();
watchInstalling();
installServiceWorker();

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={createQueryClient()}>
        <App />
      </QueryClientProvider>
      <Notifications position="top-center" autoClose={6000} limit={3} />
    </MantineProvider>
  </StrictMode>,
);
