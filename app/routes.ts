import { index, type RouteConfig, route } from '@react-router/dev/routes'

/** Every page's address, one module each. `/ui` shows the parts on one page while developing. */
export default [
  index('routes/home.tsx'),
  route('p/:product', 'routes/product.tsx'),
  route('d/:design', 'routes/design.tsx'),
  route('d/:design/order', 'routes/order-step.tsx'),
  route('designs', 'routes/designs.tsx'),
  route('orders', 'routes/orders.tsx'),
  route('orders/:order', 'routes/order.tsx'),
  route('orders/:order/receipt.pdf', 'routes/order-receipt.ts'),
  route('factory', 'routes/factory.tsx', [
    index('routes/factory-inbox.tsx'),
    route('board', 'routes/factory-board.tsx'),
    route('plan', 'routes/factory-plan.tsx'),
    route('payouts', 'routes/factory-payouts.tsx'),
    route('jobs/:job', 'routes/factory-job.tsx'),
    route('jobs/:job/packing-list', 'routes/factory-packing-list.tsx'),
  ]),
  route('factory/jobs/:job/files/:file', 'routes/factory-job-file.ts'),
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-up', 'routes/sign-up.tsx'),
  route('sign-out', 'routes/sign-out.ts'),
  route('forgot-password', 'routes/forgot-password.tsx'),
  route('reset-password', 'routes/reset-password.tsx'),
  route('terms', 'routes/legal.tsx', { id: 'terms' }),
  route('privacy', 'routes/legal.tsx', { id: 'privacy' }),
  route('preferences', 'routes/preferences.ts'),
  // Whatever else is asked for: a page of its own, so that the frame around it knows who asks.
  route('*', 'routes/nowhere.ts'),
  ...(process.env.NODE_ENV === 'production' ? [] : [route('ui', 'routes/ui.tsx')]),
] satisfies RouteConfig
