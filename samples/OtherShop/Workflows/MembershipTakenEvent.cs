using Microsoft.Extensions.Localization;

namespace OtherShop.Workflows;

/// <summary>Occurs once a membership, new or renewed, and its fee are kept: for mails and notes.</summary>
public sealed class MembershipTakenEvent(IStringLocalizer<MembershipTakenEvent> S) : MembershipEvent(S)
{
    /// <inheritdoc/>
    public override string Name => nameof(MembershipTakenEvent);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["Membership taken"];
}
