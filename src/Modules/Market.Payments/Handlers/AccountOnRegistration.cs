using System.Globalization;
using Market.Payments.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Users;
using OrchardCore.Users.Events;
using OrchardCore.Users.Models;

namespace Market.Payments.Handlers;

/// <summary>
/// Opens the client account of a member who registers on the public site, as soon as they may sign in, and keeps their name and the language
/// they do it in. All is committed before the page answers; if that fails, the member reads it and is not signed in as somebody whom the site
/// does not know.
/// </summary>
public sealed class AccountOnRegistration(
    IActivityWork work,
    Newcomers newcomers,
    UserManager<IUser> users,
    IMailLanguages languages,
    SignInManager<IUser> signIn,
    INotifier notifier,
    ILogger<AccountOnRegistration> logger,
    IHtmlLocalizer<AccountOnRegistration> H) : RegistrationFormEventsBase
{
    public override async Task RegisteredAsync(IUser user)
    {
        if (user is not User registered)
        {
            return;
        }

        try
        {
            newcomers.Name(registered);
            await users.UpdateAsync(registered);
            await languages.TryChooseAsync(registered.UserId, CultureInfo.CurrentUICulture.Name);
            await work.RunAsync(services => OpenAsync(services, registered.UserId), opened => opened is not null);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The registration of a member could not be committed.");
            await signIn.SignOutAsync();
            await notifier.ErrorAsync(H["Your registration could not be completed. Please sign in; if that does not work, register again."]);
        }
    }

    // A session whose flush failed commits nothing without a word: the user is asked for where they must have come to.
    private static async Task<ContentItem?> OpenAsync(IServiceProvider services, string userId) =>
        await services.GetRequiredService<UserManager<IUser>>().FindByIdAsync(userId) is User kept
            ? await services.GetRequiredService<Newcomers>().TryOpenAsync(kept)
            : throw new InvalidOperationException("The user who registered is not kept.");
}
