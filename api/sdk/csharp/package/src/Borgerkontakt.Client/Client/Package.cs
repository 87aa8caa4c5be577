namespace Borgerkontakt.Client
{
    internal static class Package
    {
        internal const string UserAgent = "borgerkontakt-client/@{project.version} (C#)";
    }
}
