namespace Screenshots;

/// <summary>What a demonstration has not got by itself and <c>Stage</c> makes, in the place of its address.</summary>
public static class Staged
{
    public const string Account = "{account}";
    public const string PaymentLink = "{pay}";
    public const string Receipt = "{receipt}";
    public const string Closing = "{closing}";
    public const string Drawer = "{drawer}";
    public const string BankLines = "{bank}";
    public const string Slip = "{slip}";
    public const string MovingIn = "{moving-in}";
}
