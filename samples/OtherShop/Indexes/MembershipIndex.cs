using System.Globalization;
using OtherShop.Models;
using YesSql.Indexes;

namespace OtherShop.Indexes;

/// <summary>Finds memberships, and keeps by its unique columns what must not be twice.</summary>
public sealed class MembershipIndex : MapIndex
{
    /// <summary>The membership. Unique.</summary>
    public string MembershipId { get; set; } = string.Empty;

    /// <summary>The account that pays.</summary>
    public string AccountId { get; set; } = string.Empty;

    /// <summary>Its first day, as <c>yyyy-MM-dd</c>, which sorts.</summary>
    public string FirstDay { get; set; } = string.Empty;

    /// <summary>Whether it was taken back.</summary>
    public bool IsCancelled { get; set; }

    /// <summary>Unique: an account has one membership from a day on, and any number of cancelled ones.</summary>
    public string YearKey { get; set; } = string.Empty;

    /// <summary>Unique: a form makes one membership.</summary>
    public string FormKey { get; set; } = string.Empty;
}

/// <summary>Fills <see cref="MembershipIndex"/>.</summary>
public sealed class MembershipIndexProvider : IndexProvider<Membership>
{
    /// <summary>Makes the provider one of the memberships' collection.</summary>
    public MembershipIndexProvider() => CollectionName = Membership.Collection;

    /// <inheritdoc/>
    public override void Describe(DescribeContext<Membership> context) => context.For<MembershipIndex>().Map(membership =>
    {
        var day = membership.From.ToString("O", CultureInfo.InvariantCulture);
        return new MembershipIndex
        {
            MembershipId = membership.MembershipId,
            AccountId = membership.AccountId,
            FirstDay = day,
            IsCancelled = membership.IsCancelled,
            YearKey = membership.IsCancelled ? membership.MembershipId : $"{membership.AccountId}:{day}",
            FormKey = membership.FormKey,
        };
    });
}
