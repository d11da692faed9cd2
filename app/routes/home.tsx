export default function Home() {
  return <p>…</p>
}
