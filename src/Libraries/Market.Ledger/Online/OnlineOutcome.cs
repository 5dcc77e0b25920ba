namespace Market.Ledger.Online;

/// <summary>How far an online payment came. The further one counts, whatever is heard first: the order of the values is part of the rule.</summary>
public enum OnlineOutcome
{
    /// <summary>Asked for; nothing is known of it yet.</summary>
    Open,

    /// <summary>The member has paid by a slow method, and the money is on its way.</summary>
    Processing,

    /// <summary>The member let it lapse.</summary>
    Expired,

    /// <summary>The money did not come.</summary>
    Failed,

    /// <summary>The money is there.</summary>
    Paid,
}
