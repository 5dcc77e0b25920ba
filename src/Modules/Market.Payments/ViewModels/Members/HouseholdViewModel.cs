using Market.Payments.Models;

namespace Market.Payments.ViewModels.Members;

/// <summary>Who sees an account, and who is invited to it.</summary>
public class HouseholdViewModel
{
    public required ClientAccount Account { get; init; }

    /// <summary>What the holder is called; none where the account has none.</summary>
    public string? Holder { get; init; }

    /// <summary>Who looks at it.</summary>
    public required string UserId { get; init; }

    public IReadOnlyList<HouseholdLogin> Logins { get; init; } = [];

    public IReadOnlyList<HouseholdInvitation> Invitations { get; init; } = [];

    /// <summary>How many logins there may be beside the holder's.</summary>
    public int Most { get; init; }

    public bool IsHolder => Account.UserId == UserId;

    public bool MayInvite => IsHolder && Account.IsOpen && Logins.Count + Invitations.Count < Most;
}

/// <summary>A login beside the holder's.</summary>
/// <param name="UserId">Its user.</param>
/// <param name="Name">What they are called.</param>
/// <param name="InvitedBy">What who invited them is called; none where they are gone.</param>
/// <param name="Since">Since when.</param>
public record HouseholdLogin(string UserId, string Name, string? InvitedBy, DateOnly Since);

/// <summary>Somebody who is invited and has not come.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="Address">Where its mail goes.</param>
/// <param name="Until">Its last day.</param>
/// <param name="Mail">How far its mail is.</param>
/// <param name="Fault">Why the mail did not go out.</param>
public record HouseholdInvitation(string Id, string Address, DateOnly Until, InvitationMailState Mail, string? Fault);
