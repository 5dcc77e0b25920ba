using Market.Payments.Accounts;
using Market.Payments.ViewModels.Members;
using OrchardCore.DisplayManagement;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Settings;

namespace Market.Payments.Invitations;

/// <summary>Reads what the coordinator's page of invitations shows.</summary>
public sealed class InvitationsPages(
    MarketInvitations invitations,
    IClientAccounts accounts,
    UserNames names,
    IMarketCalendar calendar,
    ISiteService siteService,
    IShapeFactory shapes,
    IClock clock)
{
    private const int PageSize = 50;

    public async Task<InvitationsViewModel> ReadAsync(PagerParameters pagerParameters)
    {
        var pager = new Pager(pagerParameters, PageSize);
        var (found, count) = await invitations.ListAsync(pager.GetStartIndex(), PageSize);
        var called = await names.FindAsync(found.SelectMany(one => new[] { one.InvitedBy, one.AcceptedBy }));
        var rows = new List<InvitationRow>();
        foreach (var one in found)
        {
            rows.Add(new InvitationRow
            {
                Id = one.InvitationId,
                Address = one.Address,
                InvitedOn = await DayAsync(one.InvitedAt),
                InvitedBy = called.GetValueOrDefault(one.InvitedBy),
                Until = await DayAsync(one.ExpiresAt),
                EndedOn = one.EndedAt is { } ended ? await DayAsync(ended) : null,
                CameAs = one.AcceptedBy is { } userId ? called.GetValueOrDefault(userId) : null,
                AccountId = one.AcceptedBy is { } came ? (await accounts.FindByUserAsync(came))?.Id : null,
                State = one.State,
                IsLive = one.IsLive(clock.UtcNow),
                Mail = one.Mail,
                Fault = one.MailFault,
            });
        }

        return new InvitationsViewModel
        {
            Rows = rows,
            IsOnly = await InvitationOnly.IsOnAsync(siteService),
            Pager = await shapes.PagerAsync(pager, count),
        };
    }

    private async Task<DateOnly> DayAsync(DateTimeOffset instant) => DateOnly.FromDateTime(await calendar.ToLocalAsync(instant));
}
