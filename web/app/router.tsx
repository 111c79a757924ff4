import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { z } from 'zod';
import { PROVIDER_REFUSALS, type ProviderRefusal, returnPath } from '#identity/contract';
import { meQuery } from '../api/session.ts';
import { changeSearch, differenceSearch, peopleSearch } from '../features/findings/search.ts';
import { auditSearch, securitySearch, userSearch } from '../features/identity/search.ts';
import { deliverySearch, scheduleSearch } from '../features/intake/search.ts';
import { workbenchSearch } from '../features/mapping/search.ts';
import { entriesFor } from './entries.ts';
import { ErrorPage, LostPage } from './lost-page.tsx';
import { Shell } from './shell.tsx';

interface Context {
  readonly client: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ notFoundComponent: LostPage, errorComponent: ErrorPage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/masuk',
  validateSearch: z.object({
    kembali: returnPath.optional().catch(undefined),
    gagal: z
      .enum(Object.keys(PROVIDER_REFUSALS) as [ProviderRefusal, ...ProviderRefusal[]])
      .optional()
      .catch(undefined),
  }),
  component: lazyRouteComponent(async () => import('../features/identity/sign-in-page.tsx'), 'SignInPage'),
});

/** Every page behind the sign-in. `instansi` is the one chosen in the bar, kept from page to page. */
const portal = createRoute({
  getParentRoute: () => root,
  id: 'portal',
  validateSearch: z.object({ instansi: z.number().int().optional().catch(undefined) }),
  search: { middlewares: [retainSearchParams(['instansi'])] },
  beforeLoad: async ({ context, location }) => {
    const me = await context.client.ensureQueryData(meQuery);
    if (me === null) throw redirect({ to: '/masuk', search: { kembali: location.href } });
    // Somebody who may not see Beranda begins at the first page that is theirs.
    const first = entriesFor(me)[0]?.[0]?.to;
    const mustStay = me.wajib !== null && location.pathname !== '/pengaturan';
    if (first !== undefined && first !== '/' && (mustStay || location.pathname === '/')) throw redirect({ to: first });
  },
  component: Shell,
});

const within = () => portal;

const home = createRoute({
  getParentRoute: within,
  path: '/',
  component: lazyRouteComponent(async () => import('../features/findings/home-page.tsx'), 'HomePage'),
});
const differences = createRoute({
  getParentRoute: within,
  path: '/selisih',
  validateSearch: differenceSearch,
  component: lazyRouteComponent(async () => import('../features/findings/differences-page.tsx'), 'DifferencesPage'),
});
const changes = createRoute({
  getParentRoute: within,
  path: '/selisih/perubahan',
  validateSearch: changeSearch,
  component: lazyRouteComponent(async () => import('../features/findings/changes-page.tsx'), 'ChangesPage'),
});
const people = createRoute({
  getParentRoute: within,
  path: '/pegawai',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(async () => import('../features/findings/people-page.tsx'), 'PeoplePage'),
});
const person = createRoute({
  getParentRoute: within,
  path: '/pegawai/$dari/$orang',
  component: lazyRouteComponent(async () => import('../features/findings/person-page.tsx'), 'PersonPage'),
});
const seenBy = createRoute({
  getParentRoute: within,
  path: '/pegawai/$dari/$orang/dilihat',
  component: lazyRouteComponent(async () => import('../features/identity/seen-by-page.tsx'), 'SeenByPage'),
});
const seen = createRoute({
  getParentRoute: within,
  path: '/dilihat',
  component: lazyRouteComponent(async () => import('../features/identity/seen-by-page.tsx'), 'SeenPage'),
});
const ownRecord = createRoute({
  getParentRoute: within,
  path: '/data-saya',
  component: lazyRouteComponent(async () => import('../features/findings/own-record-page.tsx'), 'OwnRecordPage'),
});
const deliveries = createRoute({
  getParentRoute: within,
  path: '/kiriman',
  validateSearch: deliverySearch,
  component: lazyRouteComponent(async () => import('../features/intake/deliveries-page.tsx'), 'DeliveriesPage'),
});
const schedule = createRoute({
  getParentRoute: within,
  path: '/kiriman/jadwal',
  validateSearch: scheduleSearch,
  component: lazyRouteComponent(async () => import('../features/intake/schedule-page.tsx'), 'SchedulePage'),
});
const send = createRoute({
  getParentRoute: within,
  path: '/kiriman/kirim',
  component: lazyRouteComponent(async () => import('../features/intake/send-page.tsx'), 'SendPage'),
});
const delivery = createRoute({
  getParentRoute: within,
  path: '/kiriman/$dari/$kiriman',
  component: lazyRouteComponent(async () => import('../features/intake/delivery-page.tsx'), 'DeliveryPage'),
});
const workbench = createRoute({
  getParentRoute: within,
  path: '/kiriman/$dari/$kiriman/pemetaan',
  validateSearch: workbenchSearch,
  component: lazyRouteComponent(async () => import('../features/mapping/workbench-page.tsx'), 'WorkbenchPage'),
});
const security = createRoute({
  getParentRoute: within,
  path: '/pengaturan',
  validateSearch: securitySearch,
  component: lazyRouteComponent(async () => import('../features/identity/security-page.tsx'), 'SecurityPage'),
});
const users = createRoute({
  getParentRoute: within,
  path: '/pengaturan/pengguna',
  validateSearch: userSearch,
  component: lazyRouteComponent(async () => import('../features/identity/users-page.tsx'), 'UsersPage'),
});
const mails = createRoute({
  getParentRoute: within,
  path: '/pengaturan/surel',
  component: lazyRouteComponent(async () => import('../features/identity/mails-page.tsx'), 'MailsPage'),
});
const audit = createRoute({
  getParentRoute: within,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(async () => import('../features/identity/audit-page.tsx'), 'AuditPage'),
});
const heads = createRoute({
  getParentRoute: within,
  path: '/audit/kepala',
  component: lazyRouteComponent(async () => import('../features/identity/heads-page.tsx'), 'HeadsPage'),
});
/** An address that is no page: told inside the frame, where the menu is. */
const lost = createRoute({ getParentRoute: within, path: '$', component: LostPage });
const menu = createRoute({
  getParentRoute: within,
  path: '/menu',
  component: lazyRouteComponent(async () => import('./menu-page.tsx'), 'MenuPage'),
});

const routeTree = root.addChildren([
  signIn,
  portal.addChildren([
    home,
    differences,
    changes,
    people,
    person,
    seenBy,
    seen,
    ownRecord,
    deliveries,
    schedule,
    send,
    delivery,
    workbench,
    security,
    users,
    mails,
    audit,
    heads,
    menu,
    lost,
  ]),
]);

export function createPortalRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    defaultNotFoundComponent: LostPage,
    defaultErrorComponent: ErrorPage,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPortalRouter>;
  }
}
