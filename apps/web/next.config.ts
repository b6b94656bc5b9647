import type { NextConfig } from "next";

const config: NextConfig = {
  transpilePackages: ["@assay/ui", "@assay/contract", "@assay/domain"],
  // Types are checked by a task of their own, against emitted declarations.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  experimental: { optimizePackageImports: ["@mantine/core", "@mantine/hooks", "@tabler/icons-react", "@assay/ui"] },
};

export default config;
