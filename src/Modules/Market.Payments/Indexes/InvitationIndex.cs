using Market.Payments.Models;
using Market.Payments.Storage;
using YesSql.Indexes;

namespace Market.Payments.Indexes;

public class InvitationIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public string InvitationId { get; set; } = string.Empty;

    public string Kind { get; set; } = string.Empty;

    public string? AccountId { get; set; }

    /// <summary>The address as addresses are compared.</summary>
    public string AddressKey { get; set; } = string.Empty;

    public string State { get; set; } = string.Empty;

    public string Mail { get; set; } = string.Empty;

    public long ExpiresMilliseconds { get; set; }
}

public sealed class InvitationIndexProvider : IndexProvider<Invitation>
{
    public InvitationIndexProvider() => CollectionName = LedgerCollection.Name;

    public static string KeyOf(string address) => address.Trim().ToUpperInvariant();

    public override void Describe(DescribeContext<Invitation> context) => context
        .For<InvitationIndex>()
        .Map(invitation => new InvitationIndex
        {
            InvitationId = invitation.InvitationId,
            Kind = invitation.Kind.ToString(),
            AccountId = invitation.AccountId,
            AddressKey = KeyOf(invitation.Address),
            State = invitation.State.ToString(),
            Mail = invitation.Mail.ToString(),
            ExpiresMilliseconds = invitation.ExpiresAt.ToUnixTimeMilliseconds(),
        });
}
