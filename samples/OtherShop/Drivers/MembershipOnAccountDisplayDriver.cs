using Market.Payments;
using OrchardCore;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OtherShop.ViewModels;

namespace OtherShop.Drivers;

/// <summary>Says on <i>My account</i> until when somebody is a member.</summary>
public sealed class MembershipOnAccountDisplayDriver(MembershipStore store, IMarketCalendar calendar) : DisplayDriver<ClientAccount>
{
    /// <inheritdoc/>
    public override async Task<IDisplayResult?> DisplayAsync(ClientAccount account, BuildDisplayContext context) =>
        await store.FindLastAsync(account.Id) is { } last && last.Until() >= await calendar.TodayAsync()
            ? Initialize<MembershipOnAccountViewModel>("MembershipOnAccount", model => model.Until = last.Until())
                .Location(OrchardCoreConstants.DisplayType.Detail, "Content:10")
            : null;
}
