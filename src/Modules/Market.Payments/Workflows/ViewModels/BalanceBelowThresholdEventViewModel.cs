using System.ComponentModel.DataAnnotations;

namespace Market.Payments.Workflows.ViewModels;

public class BalanceBelowThresholdEventViewModel
{
    [Required]
    public string Threshold { get; set; } = string.Empty;
}
