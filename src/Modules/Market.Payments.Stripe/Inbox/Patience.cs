using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.Inbox;

/// <summary>How long an event that could not be applied waits until it is tried again, and when it is a person's turn.</summary>
internal static class Patience
{
    private const int MostTries = 8;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(15);

    public static void Later(this InboxEvent item, HoldReason reason, DateTimeOffset now)
    {
        item.Tries++;
        item.NextTryAt = now + (First * Math.Pow(2, item.Tries - 1));
        item.Reason = reason;
        if (item.Tries >= MostTries)
        {
            (item.State, item.SettledAt) = (InboxState.Held, now);
        }
    }
}
