// `npm run operator -- add EMAIL`: makes an operator, who chooses a password by the link in the mail that follows.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { createAuth } from '#app/api/auth.ts'
import { openDatabase } from '#prisma/client.ts'
import { environmentOrExit } from '#runtime/start.ts'
import { passwordResetLetter } from '#services/letters.ts'
import { createMailer } from '#services/mail.ts'
import { keepAccount } from './keep-account.ts'

const [action, address] = process.argv.slice(2)
const email = z.email().safeParse(address)
if (action !== 'add' || !email.success) {
  process.stderr.write('Say whom: npm run operator -- add EMAIL\n')
  process.exit(1)
}
const environment = environmentOrExit()
const database = openDatabase(environment.database.url, 2)
const mailer = createMailer(environment.mail)
const auth = createAuth(database, {
  origin: environment.web.origin,
  secret: environment.authSecret,
  demo: environment.demo,
  sendReset: async ({ to, url, key }) => {
    await mailer.send({ to, key, ...passwordResetLetter('en', url) })
  },
})
const { internalAdapter } = await auth.$context
const known = await internalAdapter.findUserByEmail(email.data)
if (known === null) {
  await keepAccount(auth, {
    email: email.data,
    name: email.data,
    password: randomBytes(24).toString('base64url'),
    role: 'operator',
  })
  await auth.api.requestPasswordReset({ body: { email: email.data, redirectTo: '/reset-password' } })
  process.stdout.write(`${email.data} is an operator. A link for choosing a password is on its way there.\n`)
} else {
  await internalAdapter.updateUser(known.user.id, { role: 'operator' })
  process.stdout.write(`${email.data} is an operator now; the password stays.\n`)
}
mailer.close()
await database.close()
