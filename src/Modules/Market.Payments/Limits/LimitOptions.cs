namespace Market.Payments.Limits;

/// <summary>
/// How often what costs others may be done, from <c>OrchardCore:Market_Limits</c> of the configuration. An address may be a whole market hall:
/// it is held to what a crowd does, a person to what one does. Sign-in is held for each login by Orchard's own lockout.
/// </summary>
public sealed class LimitOptions
{
    public const string Section = "Market_Limits";

    /// <summary>Attempts to sign in.</summary>
    public Limit SignIn { get; set; } = new() { Person = 30, Address = 300 };

    public Limit Registration { get; set; } = new() { Person = 5, Address = 40 };

    /// <summary>Mails to somebody who forgot their password, or is to confirm their address. A person is whom the mail is for.</summary>
    public Limit PasswordMails { get; set; } = new() { Person = 3, Address = 40 };

    public Limit Announcements { get; set; } = new() { Person = 20, Address = 60 };

    public Limit Checkouts { get; set; } = new() { Person = 20, Address = 60 };

    /// <summary>Orders placed and changed: each writes a mail.</summary>
    public Limit Orders { get; set; } = new() { Person = 60, Address = 600 };

    /// <summary>Gifts of credit, each of which names an account.</summary>
    public Limit Gifts { get; set; } = new() { Person = 10, Address = 60 };

    /// <summary>Invitations to a household, each of which writes a mail.</summary>
    public Limit Invitations { get; set; } = new() { Person = 10, Address = 60 };

    /// <summary>What payment links and the links of mails open, and the pages that ask the card's provider.</summary>
    public Limit Links { get; set; } = new() { Person = 200, Address = 600 };

    /// <summary>What a payment provider tells, which sends it again when it is told to wait. Nobody is signed in there.</summary>
    public Limit Webhooks { get; set; } = new() { Person = 6000, Address = 6000 };
}

/// <summary>How many requests in a while.</summary>
public sealed class Limit
{
    public int Person { get; set; }

    public int Address { get; set; }

    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(10);
}
