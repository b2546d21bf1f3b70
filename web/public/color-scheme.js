// Sets light or dark before the first paint; a file of its own because the content security policy forbids inline scripts.
document.documentElement.setAttribute(
  'data-mantine-color-scheme',
  window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
);
