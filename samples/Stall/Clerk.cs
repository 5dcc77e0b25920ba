namespace Market.Stall;

/// <summary>Who records: the stall has no logins, so it is the stall.</summary>
internal static class Clerk
{
    public const string Name = "stall";
}
