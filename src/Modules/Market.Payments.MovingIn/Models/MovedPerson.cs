namespace Market.Payments.MovingIn.Models;

/// <summary>Somebody who was moved in. It names nobody: names and addresses are those of the client and the user.</summary>
public class MovedPerson
{
    public string RunId { get; set; } = string.Empty;

    /// <summary>Who it is, as a hash: see <see cref="Moving.PersonKey"/>.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>The line of the file.</summary>
    public int Line { get; set; }

    public string AccountId { get; set; } = string.Empty;

    public string? UserId { get; set; }

    /// <summary>Whether the login was made here, so that it has no password yet.</summary>
    public bool IsNewUser { get; set; }

    /// <summary>The balance carried over; none where it is zero.</summary>
    public string? OperationId { get; set; }

    /// <summary>The balance, in minor units.</summary>
    public long Amount { get; set; }

    /// <summary>Whether the balance was reversed with its run.</summary>
    public bool IsReversed { get; set; }

    public WelcomeState Mail { get; set; }

    /// <summary>When somebody began to send the mail.</summary>
    public DateTimeOffset? MailClaimedAt { get; set; }

    /// <summary>Why the mail did not go out.</summary>
    public string? MailFault { get; set; }
}
