using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.MovingIn.Moving;

/// <summary>Moves a file in: all of it in one commit, or nothing.</summary>
public sealed class MovingDesk(IUnitOfWork work)
{
    /// <param name="runId">Which file.</param>
    /// <param name="userId">Who moves it in, which is who brought it.</param>
    /// <param name="shown">What they were shown: <see cref="MovingPlan.Fingerprint"/>.</param>
    public Task<MovingAnswer> MoveInAsync(string runId, string userId, string shown) => work.RunAsync(
        services => services.GetRequiredService<MovingCommit>().RunAsync(runId, userId, shown),
        answer => answer is MovingAnswer.Moved);
}
