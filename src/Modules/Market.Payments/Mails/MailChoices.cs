using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Market.Payments.Mails;

/// <summary>Kept among the properties of Orchard's user, where the language of mails is.</summary>
public sealed class MailChoices(UserManager<IUser> users, IUnitOfWork work) : IMailChoices
{
    private const string Property = "MarketMails";

    public async Task<bool?> FindAsync(string userId, string kind) => Read(await users.FindByIdAsync(userId) as User, kind);

    // In a commit of its own: what another module keeps beside it would wait for this request's.
    public Task KeepAsync(string userId, string kind, bool wanted) => work.RunAsync(
        async services =>
        {
            var mine = services.GetRequiredService<UserManager<IUser>>();
            if (await mine.FindByIdAsync(userId) is not User user || Read(user, kind) == wanted)
            {
                return false;
            }

            var choices = user.Properties[Property]?.DeepClone() as JsonObject ?? [];
            choices[kind] = wanted;
            user.Properties[Property] = choices;
            return (await mine.UpdateAsync(user)).Succeeded;
        },
        isKept => isKept);

    private static bool? Read(User? user, string kind) =>
        user?.Properties[Property]?[kind] is JsonValue value && value.TryGetValue<bool>(out var wanted) ? wanted : null;
}
