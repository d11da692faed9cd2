import type { ProductWords } from '../../product/words.ts'
import { sizeLabels } from './sizes.ts'
import { checkWords, fixWords, ruleWords } from './words-of-rules.en.ts'
import { materialWords, workWords } from './words-of-work.en.ts'

const product: ProductWords = {
  'product.name': 'Ring',
  'product.line': 'A ring cast for your finger, in silver, gold or bronze, with your letters or your stones.',
  summary: 'Ring {circumference} mm round inside, {alloy~}, {width} mm wide, {profile~}, {finish~}',
  'group.size': 'Size',
  'group.band': 'Band',
  'group.metal': 'Metal',
  'group.face': 'Face',
  'group.stones': 'Stones',
  'group.inscription': 'Inside',
  'line.size': '{circumference} mm round inside',
  'line.band': '{profile}, {width} mm, {thickness~}',
  'line.metal': '{alloy}, {finish~}',
  'line.face': '{face}[, “{monogram}”]',
  'line.stones': '{setting}',
  'line.inscription': '[“{inscription}”]',
}

const changes: ProductWords = {
  'more.circumference': '{value} larger inside',
  'less.circumference': '{value} smaller inside',
  'more.width': '{value} wider',
  'less.width': '{value} narrower',
  'more.faceSize': 'face {value} longer',
  'less.faceSize': 'face {value} shorter',
  'change.choice': '{value} instead of {instead}',
  'change.text': '{option~} “{value}”',
  'change.without': 'without {option~}',
}

/** Each size of the chart by its other names. */
const sizes: ProductWords = Object.fromEntries(
  Array.from({ length: 27 }, (_, index) => {
    const { eu, us, uk, jp } = sizeLabels(44 + index)
    return [`value.circumference.${eu}`, `EU ${eu} · US ${us} · UK ${uk} · Japan ${jp}`]
  }),
)

const options: ProductWords = {
  'option.circumference': 'Round the finger',
  'option.profile': 'Profile',
  'option.width': 'Width',
  'option.thickness': 'Thickness',
  'option.alloy': 'Metal',
  'option.finish': 'Finish',
  'option.face': 'Face',
  'option.faceSize': 'Length of the face',
  'option.monogram': 'Monogram',
  'option.setting': 'Stones',
  'option.stone': 'Kind of stone',
  'option.stoneSize': 'Size of a stone',
  'option.inscription': 'Inscription inside',
  'value.profile.flat': 'Flat',
  'value.profile.d': 'Domed outside',
  'value.profile.court': 'Domed outside and inside',
  'value.profile.easy': 'Flat outside, domed inside',
  'value.thickness.fine': 'Fine, 1.1 mm',
  'value.thickness.usual': 'Usual, 1.5 mm',
  'value.thickness.strong': 'Strong, 1.8 mm',
  'value.thickness.heavy': 'Heavy, 2.2 mm',
  'value.alloy.silver-925': 'Silver 925',
  'value.alloy.gold-14-yellow': 'Yellow gold 585',
  'value.alloy.gold-14-white': 'White gold 585',
  'value.alloy.gold-18-yellow': 'Yellow gold 750',
  'value.alloy.gold-18-white': 'White gold 750',
  'value.alloy.gold-18-red': 'Red gold 750',
  'value.alloy.bronze': 'Bronze',
  'value.finish.polished': 'Polished',
  'value.finish.brushed': 'Brushed',
  'value.finish.blackened': 'Blackened',
  'value.face.none': 'None',
  'value.face.round': 'Round',
  'value.face.oval': 'Oval',
  'value.face.cushion': 'Cushion',
  'value.setting.none': 'None',
  'value.setting.one': 'One',
  'value.setting.three': 'Three',
  'value.setting.five': 'Five',
  'value.setting.seven': 'Seven',
  'value.setting.nine': 'Nine',
  'value.stone.lab-diamond': 'Laboratory-grown diamond',
  'value.stone.diamond': 'Natural diamond',
  'value.stone.lab-sapphire': 'Laboratory-grown sapphire',
  'value.stone.lab-ruby': 'Laboratory-grown ruby',
  'value.stoneSize.13': '1.3 mm',
  'value.stoneSize.15': '1.5 mm',
  'value.stoneSize.18': '1.8 mm',
  'value.stoneSize.20': '2.0 mm',
  'value.stoneSize.25': '2.5 mm',
  'hint.circumference':
    'This is the size itself; EU, US, UK and Japanese sizes stand below as labels. Bands over 6 mm wide are worn 1 mm larger.',
  'hint.profile': 'Domed inside, a ring slides more easily over the knuckle.',
  'hint.face': 'A flat face on top, for letters. A ring has a face or stones.',
  'hint.monogram':
    'Up to three capitals, cast into the face. They make the ring yours alone: it cannot be sent back without a fault.',
  'hint.setting': 'Set flush along the top, each in a seat of its own.',
  'hint.inscription':
    'Up to 24 letters, burnt in after the last polish. They make the ring yours alone, and it cannot be resized afterwards.',
}

const price: ProductWords = {
  'trace.material': '{material}[, {quantity} {unit}][, {pieces|piece|pieces}]',
  'trace.work': '{operation}, {minutes} min',
  'trace.tooling': '{tooling}',
  'trace.scrap': 'Pieces that may fail: {started} started for {quantity}',
  'trace.by_hand': 'Added or taken off by the maker',
  'trace.margin': 'Workshop margin, {percent} %',
  'trace.freight_main': 'Freight to Europe',
  'trace.freight_door': 'Delivery to the door, {mode~}',
  'trace.customs_entry': 'Customs entry',
  'trace.duty': 'Customs duty, {percent} %',
  'trace.anti_dumping': 'Anti-dumping duty, {percent} %',
  'trace.hallmark': 'Hallmark, {route~}',
  'trace.tax': 'VAT, {percent} %',
  'route.assay': 'By an assay office',
  'route.state': 'By the state’s office',
  'mode.parcel': 'As parcels',
  'mode.two_man': 'By two people',
  'unit.g': 'g',
  'unit.piece': 'pieces',
}

const notes: ProductWords = {
  'note.labels': 'Size: EU {eu}, US {us}, UK {uk}, Japan {jp}.',
  'note.resizable': 'It can be resized later from {least} to {most} mm.',
  'note.not_resizable': 'It cannot be resized: text or stones go too far round.',
  'note.wide_band': 'A band this wide sits tighter: most people take it 1 mm larger.',
  'note.weights': 'Weighs {finished} g finished, within 5 %; cast it weighs {cast} g.',
  'note.metal_price': 'The metal is priced after {fix} of {date}, good until {until}.',
  'note.hallmark': 'Fineness {fineness}. It is marked as its destination asks before it is sent.',
  'note.green_skin': 'Bronze colours skin green where it is worn damp. It is harmless and washes off.',
  'note.stones_declared': 'Stones: {stone~}, declared on the invoice.',
}

/** English sentences of the ring. Keys and parameters: see `ProductWords`. */
export const words: ProductWords = {
  ...product,
  ...changes,
  ...options,
  ...sizes,
  ...ruleWords,
  ...fixWords,
  ...checkWords,
  ...notes,
  ...price,
  ...workWords,
  ...materialWords,
}
