import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/PasswordInput.layer.css';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/ActionIcon.layer.css';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/button.css';
import '../ui/sheet.css';
import '../ui/marks.css';
import '../ui/table.css';
import '../ui/form.css';
import './shell.css';
import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { jobsKey } from '../api/jobs.ts';
import { Refusal } from '../api/request.ts';
import { meQuery } from '../api/session.ts';
import { createPortalRouter } from './router.tsx';
import { resolveVariables, theme } from './theme.ts';

const client = new QueryClient({
  queryCache: new QueryCache({ onError: askToSignIn }),
  // Whatever was asked for may have started a job.
  mutationCache: new MutationCache({ onSuccess: () => void client.invalidateQueries({ queryKey: jobsKey }) }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // A refusal stays one; only silence is worth a second try.
      retry: (failures, error) => failures < 1 && error instanceof Refusal && error.status === 0,
    },
  },
});
const router = createPortalRouter(client);

/** A session that ended meanwhile: sign in again, and go on where one was. */
function askToSignIn(error: Error): void {
  if (!(error instanceof Refusal) || error.status !== 401) return;
  client.setQueryData(meQuery.queryKey, null);
  // Several questions of one page are refused at once.
  const { pathname, href } = router.latestLocation;
  if (pathname !== '/masuk') void router.navigate({ to: '/masuk', search: { kembali: href } });
}

const place = document.getElementById('portal');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
