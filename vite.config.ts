import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), reactRouter()],
  build: {
    target: 'es2022',
    sourcemap: false,
    // The server's bundle begins where the process does, so that pages and API share one set of modules.
    ...(isSsrBuild === true ? { rollupOptions: { input: './app/server.ts' } } : {}),
  },
  // The kernel's loader has a part for Node that it fetches by itself.
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
}))
