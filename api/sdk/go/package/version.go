package borgerkontakt

const userAgent = "borgerkontakt-client/@{project.version} (Go)"
