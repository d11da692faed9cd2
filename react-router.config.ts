import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'app',
  // A build is made beside the old one and moved into its place when it is complete.
  buildDirectory: `${process.env.BUILD_FOLDER ?? 'build'}/web`,
  ssr: true,
  serverModuleFormat: 'esm',
} satisfies Config
