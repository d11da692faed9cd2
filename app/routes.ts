import { index, type RouteConfig, route } from '@react-router/dev/routes'

/** Every page's address, one module each. `/ui` shows the parts on one page while developing. */
export default [
  index('routes/home.tsx'),
  route('p/:product', 'routes/product.tsx'),
  route('preferences', 'routes/preferences.ts'),
  ...(process.env.NODE_ENV === 'production' ? [] : [route('ui', 'routes/ui.tsx')]),
] satisfies RouteConfig
