import { Camera } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { buttonLook } from '../ui/button.tsx'
import { ErrorLine } from '../ui/field.tsx'
import { useWords } from '../words/reader.tsx'
import { shrinkPhoto } from './shrink-photo.ts'

/** What the server takes, bytes. */
const mostBytes = 10_000_000

/** Takes a photo with the device's camera. It is made smaller before it travels, since lines in workshops are thin. */
export function PhotoField({ name }: { name: string }) {
  const { say } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [picture, setPicture] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  const [isTooLarge, setTooLarge] = useState(false)
  useEffect(() => () => URL.revokeObjectURL(picture ?? ''), [picture])
  const take = async () => {
    const element = input.current
    const file = element?.files?.[0]
    if (!element || !file) return setPicture(undefined)
    setWorking(true)
    const small = await shrinkPhoto(file)
    setWorking(false)
    setTooLarge(small.size > mostBytes)
    if (small.size > mostBytes) {
      element.value = ''
      return setPicture(undefined)
    }
    if (small !== file) {
      const given = new DataTransfer()
      given.items.add(small)
      element.files = given.files
    }
    setPicture(URL.createObjectURL(small))
  }
  return (
    <div className="flex flex-col gap-2">
      <label
        className={`${buttonLook('plain', 'large')} has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2`}
      >
        <Camera aria-hidden="true" className="size-6" />
        {say(isWorking ? 'floor.photoMaking' : picture ? 'floor.photoOther' : 'floor.photoTake')}
        <input
          ref={input}
          type="file"
          name={name}
          accept="image/*"
          capture="environment"
          onChange={() => void take()}
          className="sr-only"
        />
      </label>
      {picture && <img src={picture} alt={say('floor.photo')} className="max-h-48 self-start border border-line" />}
      {isTooLarge && <ErrorLine>{say('floor.photoTooLarge')}</ErrorLine>}
      <p className="text-fine text-soft">{say('floor.photoWhat')}</p>
    </div>
  )
}
