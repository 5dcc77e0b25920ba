using System.Globalization;
using Market.Payments.Invitations;
using Market.Payments.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Email;

namespace Market.Payments.Households;

/// <summary>Has a household grow and shrink, and commits it before it answers.</summary>
public sealed class HouseholdDesk(IUnitOfWork work, InvitationSender sender, IEmailAddressValidator addresses, IStringLocalizer<HouseholdDesk> S)
{
    /// <summary>The longest mail address, as Orchard keeps those of users.</summary>
    public const int MaxAddressLength = 255;

    /// <returns>Why nobody is invited; nothing where the invitation is on its way.</returns>
    public async Task<string?> InviteAsync(string accountId, string holderId, string? typed)
    {
        var address = typed?.Trim();
        if (string.IsNullOrEmpty(address) || address.Length > MaxAddressLength || !addresses.Validate(address))
        {
            return S["Please enter a mail address."];
        }

        var culture = CultureInfo.CurrentUICulture.Name;
        var (invitation, fault) = await work.RunAsync(
            services => services.GetRequiredService<HouseholdWork>().InviteAsync(accountId, holderId, address, culture),
            answer => answer.Invitation is not null);
        if (invitation is not null)
        {
            await sender.SendAsync([invitation.InvitationId]);
        }

        return fault;
    }

    /// <returns>Whether it was open.</returns>
    public async Task<bool> SendAgainAsync(string accountId, string invitationId)
    {
        var again = await work.RunAsync(
            services => services.GetRequiredService<HouseholdWork>().SendAgainAsync(accountId, invitationId),
            renewed => renewed is not null);
        if (again is not null)
        {
            await sender.SendAsync([again.InvitationId]);
        }

        return again is not null;
    }

    /// <returns>Whether it was open.</returns>
    public Task<bool> WithdrawAsync(ClientAccount account, string invitationId, string userId) =>
        work.RunAsync(services => services.GetRequiredService<HouseholdWork>().WithdrawAsync(account, invitationId, userId), isDone => isDone);

    /// <returns>What keeps them; nothing where they came.</returns>
    public Task<IReadOnlyList<string>> AcceptAsync(Invitation invitation, string userId)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        return work.RunAsync(
            services => services.GetRequiredService<HouseholdWork>().AcceptAsync(invitation.InvitationId, invitation.Sending, userId),
            open => open.Count == 0);
    }

    /// <returns>Whether the login was one of the household.</returns>
    public Task<bool> RemoveAsync(string accountId, string userId) =>
        work.RunAsync(services => services.GetRequiredService<HouseholdWork>().RemoveAsync(accountId, userId), isDone => isDone);
}
