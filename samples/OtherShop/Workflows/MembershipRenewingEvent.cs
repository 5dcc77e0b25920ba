using Microsoft.Extensions.Localization;

namespace OtherShop.Workflows;

/// <summary>Occurs while a membership is renewed, in its transaction: a workflow posts its fee, or refuses it.</summary>
public sealed class MembershipRenewingEvent(IStringLocalizer<MembershipRenewingEvent> S) : MembershipEvent(S)
{
    /// <inheritdoc/>
    public override string Name => nameof(MembershipRenewingEvent);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["Membership is being renewed"];
}
