using Market.Payments.Accounts;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users;
using OrchardCore.Users.Handlers;
using OrchardCore.Users.Models;
using YesSql;

namespace Market.Payments.Handlers;

/// <summary>Opens the client account of somebody who registered and may sign in from now on: the mail address is confirmed, or the user enabled.</summary>
public sealed class AccountOnAdmission(IServiceProvider services) : UserEventHandlerBase
{
    public override Task ConfirmedAsync(UserConfirmContext context) => AdmitAsync(context.User);

    public override Task EnabledAsync(UserContext context) => AdmitAsync(context.User);

    private async Task AdmitAsync(IUser user)
    {
        if (user is User admitted && Newcomers.NameOf(admitted) is not null)
        {
            // Resolved late: the store of users has its handlers made with it, and what opens an account may need users.
            await services.GetRequiredService<Newcomers>().TryOpenAsync(admitted);

            // What the database does not take fails before the page answers, and the link can be followed again.
            await services.GetRequiredService<ISession>().FlushAsync();
        }
    }
}
