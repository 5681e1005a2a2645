import { RegisterSkeleton } from "#components/risks/register-skeleton.tsx";

export default function Loading() {
  return <RegisterSkeleton />;
}
