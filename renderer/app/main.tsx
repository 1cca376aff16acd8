import "../ui/theme.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { setRecovery } from "../client/connection.ts";
import { queryClient } from "../client/query-client.ts";
import { resumeProject } from "../client/resume-project.ts";
import { App } from "./App.tsx";

setRecovery(resumeProject);
// A page that was reloaded because of a crash goes on where it was.
await resumeProject();
const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
