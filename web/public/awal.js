// Runs before the application: the content policy forbids code made from text, which zod would otherwise try on loading, and the
// chosen mode has to stand before the first paint.
globalThis['__zod_globalConfig'] = { jitless: true };
try {
  const mode = localStorage.getItem('mantine-color-scheme-value');
  if (mode === 'light' || mode === 'dark') document.documentElement.dataset.mantineColorScheme = mode;
} catch {
  // Without storage the mode of the device is followed.
}
