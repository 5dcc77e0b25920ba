namespace Market.Payments.Models;

/// <summary>What somebody is invited to. Stored by name.</summary>
public enum InvitationKind
{
    /// <summary>To see and settle an account beside its holder.</summary>
    Household,

    /// <summary>To register at the market.</summary>
    Market,
}

/// <summary>What became of an invitation; that it is too old is said by its day. Stored by name.</summary>
public enum InvitationState
{
    /// <summary>Nobody has accepted it yet.</summary>
    Open,

    /// <summary>Somebody has, and nobody else can any more.</summary>
    Accepted,

    /// <summary>Who invited took it back.</summary>
    Withdrawn,
}

/// <summary>How far the mail of an invitation is. Stored by name.</summary>
public enum InvitationMailState
{
    /// <summary>It is to be sent.</summary>
    Waiting,

    /// <summary>Somebody is about to send it, or died doing so.</summary>
    Claimed,

    Sent,

    Failed,
}

/// <summary>Somebody is invited by mail: whoever has its newest link may accept it, once, until it expires.</summary>
public class Invitation
{
    public string InvitationId { get; set; } = string.Empty;

    public InvitationKind Kind { get; set; }

    /// <summary>Where its mail goes. Whoever accepts may have another address.</summary>
    public string Address { get; set; } = string.Empty;

    /// <summary>The account it is to; none where it is to the market.</summary>
    public string? AccountId { get; set; }

    /// <summary>The user who invited.</summary>
    public string InvitedBy { get; set; } = string.Empty;

    /// <summary>The language its mail is in: that of who invited, for nobody's own is known.</summary>
    public string Culture { get; set; } = string.Empty;

    public DateTimeOffset InvitedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>How often it was sent: only the newest link works.</summary>
    public int Sending { get; set; } = 1;

    public InvitationMailState Mail { get; set; }

    /// <summary>Why the mail did not go out.</summary>
    public string? MailFault { get; set; }

    public InvitationState State { get; set; }

    /// <summary>The user who accepted it.</summary>
    public string? AcceptedBy { get; set; }

    /// <summary>When it was accepted or withdrawn.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public bool IsLive(DateTime utcNow) => State is InvitationState.Open && ExpiresAt.UtcDateTime > utcNow;
}
